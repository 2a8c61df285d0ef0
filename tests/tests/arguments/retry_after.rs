use problem_core::Problem;
use problem_tests::wire;
use std::fmt::Debug;
use std::time::{Duration, SystemTime};

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 429)]
enum Variants {
    Tuple(#[problem(retry_after)] Duration),
    Named {
        #[problem(retry_after, extension)]
        seconds: u32,
    },
}

#[derive(Debug, thiserror::Error)]
#[error("log")]
#[derive(Problem)]
#[problem(status = 429)]
struct Struct<T: Debug>(#[problem(retry_after)] T);

fn with_field(field: &str) -> String {
    format!(
        "429\ncontent-type: application/problem+json\n{field}\n\
        {{\"type\":\"about:blank\",\"title\":\"Too Many Requests\",\"status\":429,\
        \"detail\":\"Too many requests came in too short a time.\"}}"
    )
}

#[test]
fn a_duration_is_rounded_up_to_seconds() {
    for (delay, seconds) in [
        (Duration::ZERO, "0"),
        (Duration::from_nanos(1), "1"),
        (Duration::from_millis(1200), "2"),
        (Duration::from_secs(3), "3"),
        (Duration::MAX, "18446744073709551615"),
    ] {
        assert_eq!(wire(&Variants::Tuple(delay)), with_field(&format!("retry-after: {seconds}\n")));
        assert_eq!(wire(&Struct(delay)), with_field(&format!("retry-after: {seconds}\n")));
    }
}

#[test]
fn a_number_counts_seconds() {
    let response = Variants::Named { seconds: 9 }.to_response();
    assert_eq!(response.headers()["retry-after"], "9");
    let nine = with_field("retry-after: 9\n");
    assert_eq!(wire(&Struct(9_u8)), nine);
    assert_eq!(wire(&Struct(9_u16)), nine);
    assert_eq!(wire(&Struct(9_u32)), nine);
    assert_eq!(wire(&Struct(9_u64)), nine);
    assert_eq!(wire(&Struct(9_u128)), nine);
    assert_eq!(wire(&Struct(9_usize)), nine);
    assert_eq!(wire(&Struct(&9_u64)), nine);
}

#[test]
fn an_absent_or_too_large_delay_is_left_out() {
    assert_eq!(wire(&Struct(Some(9_u64))), with_field("retry-after: 9\n"));
    assert_eq!(wire(&Struct(Some(Duration::from_secs(9)))), with_field("retry-after: 9\n"));
    assert_eq!(wire(&Struct(None::<u64>)), with_field(""));
    assert_eq!(wire(&Struct(u128::MAX)), with_field(""));
}

#[test]
fn a_point_in_time_is_sent_as_a_date() {
    let after = |nanoseconds| SystemTime::UNIX_EPOCH + Duration::from_nanos(nanoseconds);
    for (time, date) in [
        (after(0), "Thu, 01 Jan 1970 00:00:00 GMT"),
        (after(1), "Thu, 01 Jan 1970 00:00:01 GMT"),
        (after(784_111_777_000_000_000), "Sun, 06 Nov 1994 08:49:37 GMT"),
        (SystemTime::UNIX_EPOCH + Duration::from_secs(253_402_300_799), "Fri, 31 Dec 9999 23:59:59 GMT"),
    ] {
        assert_eq!(wire(&Struct(time)), with_field(&format!("retry-after: {date}\n")));
        assert_eq!(wire(&Struct(Some(&time))), with_field(&format!("retry-after: {date}\n")));
    }
}

#[test]
fn a_date_that_http_cannot_write_is_left_out() {
    let last = SystemTime::UNIX_EPOCH + Duration::from_secs(253_402_300_799);
    for time in [
        SystemTime::UNIX_EPOCH - Duration::from_nanos(1),
        SystemTime::UNIX_EPOCH - Duration::from_secs(1 << 40),
        last + Duration::from_nanos(1),
        last + Duration::from_secs(1 << 40),
    ] {
        assert_eq!(wire(&Struct(time)), with_field(""));
    }
}
