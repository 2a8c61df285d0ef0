use problem_core::Problem;
use problem_tests::member_names;

macro_rules! of_struct {
    ($($case:literal: $name:literal,)*) => {$({
        #[derive(Debug, thiserror::Error, Problem)]
        #[error("log")]
        #[problem(status = 409, rename_all = $case)]
        struct Struct {
            #[problem(extension)]
            max_access_count: u8,
            #[problem(extension = "kept_as_it_is")]
            other: u8,
        }

        let names = member_names(&Struct { max_access_count: 1, other: 2 }.to_json());
        assert_eq!(names[4..], [$name, "kept_as_it_is"]);
    })*};
}

#[test]
fn each_case_has_the_name_that_serde_uses() {
    of_struct! {
        "lowercase": "max_access_count",
        "UPPERCASE": "MAX_ACCESS_COUNT",
        "PascalCase": "MaxAccessCount",
        "camelCase": "maxAccessCount",
        "snake_case": "max_access_count",
        "SCREAMING_SNAKE_CASE": "MAX_ACCESS_COUNT",
    }
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409, rename_all = "camelCase")]
enum Variants {
    OfTheEnum {
        #[problem(extension)]
        used_up: u8,
    },
    #[problem(rename_all = "PascalCase")]
    Own {
        #[problem(extension)]
        used_up: u8,
        #[problem(extension)]
        r#match: u8,
    },
}

#[test]
fn a_variant_overrides_the_case_of_the_enum() {
    assert_eq!(member_names(&Variants::OfTheEnum { used_up: 1 }.to_json())[4..], ["usedUp"]);
    assert_eq!(member_names(&Variants::Own { used_up: 1, r#match: 2 }.to_json())[4..], ["UsedUp", "Match"]);
}
