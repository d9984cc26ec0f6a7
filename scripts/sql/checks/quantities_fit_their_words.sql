-- Catch a quantity whose value is not among the numbers of its printed words, or whose comparator is not what they say.
WITH
numbers (word, value) AS (
  VALUES ('one', 1), ('two', 2), ('three', 3), ('four', 4), ('five', 5), ('six', 6), ('seven', 7), ('eight', 8), ('nine', 9),
    ('ten', 10), ('eleven', 11), ('twelve', 12)
),
phrases (phrase, comparator) AS (
  VALUES ('more than', '>'), ('over', '>'), ('at least', '>='), ('up to', '<='), ('less than', '<'), ('approximately', '~'),
    ('around', '~'), ('about', '~'), ('nearly', '~'), ('almost', '~'), ('tens of', '>'), ('tens of', '>='), ('millions', '>'),
    ('millions', '>='), ('thousands', '>'), ('thousands', '>=')
),
printed (quantity_id, words, value, comparator) AS (
  SELECT quantities.id, ' ' || lower(exact) || ' ', value, comparator FROM quantities JOIN quotes ON quotes.id = quote_id
)
SELECT quantity_id, 'the value' AS fault, trim(words) AS words, printed.value, comparator
FROM printed
LEFT JOIN numbers ON words GLOB '*[ -]' || word || ' *'
GROUP BY quantity_id
HAVING iif(
  words GLOB '*[0-9]*',
  NOT replace(words, ',', '') GLOB '*[^0-9]' || CAST(printed.value AS INTEGER) || '[^0-9]*',
  count(word) AND NOT max(numbers.value IS printed.value))
UNION ALL
SELECT quantity_id, 'the comparator', trim(words), value, printed.comparator
FROM printed
LEFT JOIN phrases ON words LIKE '% ' || phrase || ' %'
GROUP BY quantity_id
HAVING iif(count(phrase), NOT max(phrases.comparator = printed.comparator), printed.comparator IN ('<', '>', '~'));
