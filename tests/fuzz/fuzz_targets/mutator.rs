//! Inserts whole members into an input.
//!
//! Changes of single bytes rarely repeat a member and leave the text valid JSON.

use libfuzzer_sys::fuzzer_mutate;

/// Standard members, and members that the fields of `typed` read. Some have the wrong type.
const MEMBERS: &[&str] = &[
    r#""type":"limit","#,
    r#""type":"nested","#,
    r#""type":"https://e.org/values","#,
    r#""type":"buffered","#,
    r#""\u0074ype":"about:blank","#,
    r#""type":null,"#,
    r#""title":"t","#,
    r#""status":404,"#,
    r#""status":4.1e2,"#,
    r#""status":"404","#,
    r#""detail":"d","#,
    r#""instance":"/a/b","#,
    r#""instance":["urn:x:y"],"#,
    r#""current":1,"#,
    r#""current":null,"#,
    r#""current":18446744073709551616,"#,
    r#""limit":-2,"#,
    r#""unit":"u","#,
    r#""tier":"team","#,
    r#""tier":1e400,"#,
    r#""realm":"r","#,
    r#""first":"f","#,
    r#""choice":{"Named":{"name":"n"}},"#,
    r#""pointer":"/p","#,
    r#""inner":[],"#,
    r#""inner_number":-5,"#,
    r#""ratio":-0.0,"#,
    r#""value":{"a":1,"a":2},"#,
    r#""tagged":[{"kind":"Limit","max":1,"unit":"2"}],"#,
    r#""by_name":{"a":{"kind":"Flags","flags":[true]}},"#,
    r#""untagged":["1",[],true],"#,
    r#""values":{"a":"b"},"#,
    r#""numbers":[1,{"a":2}],"#,
    r#""flat":{"own":"1","a":2},"#,
    r#""texts":["a",null],"#,
    r#""counts":{"1":1,"1":2},"#,
    r#""other":1e400,"#,
    r#""other":"\ud800","#,
];

/// Inserts a member at a place where one may begin, or lets the fuzzer change bytes.
pub(crate) fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut random = seed as usize;
    let mut draw = |below: usize| {
        let drawn = random % below;
        random /= below;
        drawn
    };
    let places = (1..=size).filter(|&place| matches!(data[place - 1], b'{' | b','));
    let places: Vec<usize> = places.collect();
    let member = MEMBERS[draw(MEMBERS.len())].as_bytes();
    if draw(4) > 0 || places.is_empty() || size + member.len() > max_size {
        return fuzzer_mutate(data, size, max_size);
    }
    let place = places[draw(places.len())];
    data.copy_within(place..size, place + member.len());
    data[place..place + member.len()].copy_from_slice(member);
    size + member.len()
}
