"""What wrk prints, as numbers; the run itself is a measure and no test."""

import pytest

from bench.users import read_wrk

PRINTED = """Running 10s test @ http://127.0.0.1:8400/api/v1/session
  1 threads and 8 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   212.02ms   38.11ms 402.50ms   77.41%
    Req/Sec    38.20     12.90    70.00     61.00%
  Latency Distribution
     50%  850.00us
     75%  231.97ms
     90%  257.70ms
     99%    1.25s{space}
  377 requests in 10.02s, 1.03MB read
{more}Requests/sec:     37.63
Transfer/sec:    105.11KB
"""


def test_what_wrk_prints_is_read_in_milliseconds() -> None:
    assert read_wrk(PRINTED.format(more="", space=" ")) == {
        "a_second": 37.63,
        "ms_median": 0.8,
        "ms_p99": 1250.0,
        "refused": 0,
        "failed": 0,
    }


def test_answers_that_were_refused_or_never_came_are_counted() -> None:
    more = "  Socket errors: connect 0, read 2, write 0, timeout 1\n  Non-2xx or 3xx responses: 12\n"
    row = read_wrk(PRINTED.format(more=more, space=" "))
    assert (row["refused"], row["failed"]) == (12, 3)


def test_what_is_not_wrks_is_refused() -> None:
    with pytest.raises(ValueError, match="not what wrk prints"):
        read_wrk("unable to connect to 127.0.0.1:1 Connection refused")
