-- Names and addresses are compared without what cannot be seen, and without other forms of the same letter. What was
-- stored before is brought to the same form; nearly all of it is plain ASCII, which is in that form already.
do $$
declare
    unseen constant text := '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB]';
begin
    if getdatabaseencoding() <> 'UTF8' then
        return;
    end if;
    update crm_client
    set name_key = left(normalize(regexp_replace(name_key, unseen, '', 'g'), NFKC), 400),
        sort_key = left(regexp_replace(sort_key, unseen, '', 'g'), 400)
    where name_key ~ '[^ -~]' or sort_key ~ '[^ -~]';
    update crm_contact
    set match_key = left(normalize(regexp_replace(match_key, unseen, '', 'g'), NFKC), 803),
        sort_key = left(regexp_replace(sort_key, unseen, '', 'g'), 400)
    where match_key ~ '[^ -~\n]' or sort_key ~ '[^ -~]';
    update crm_client_search set search_text = regexp_replace(search_text, unseen, '', 'g') where search_text ~ unseen;
    update crm_contact_search set search_text = regexp_replace(search_text, unseen, '', 'g') where search_text ~ unseen;
end
$$;
