# Ids of articles that state different values of one key, out of facts.run: the candidates for a
# comparison across groups that were reported on one by one.
#   awk -v most=64 -f clashing_articles.awk facts.run | sort -u > ids.txt
# Keys that more than `most` articles hold are passed over: they tell no story.
BEGIN { FS = "\t"; if (!most) most = 64 }

function finish(    id) {
    if (values > 1 && articles > 1 && articles <= most)
        for (id in held) print id
    delete held; delete stated
    articles = values = 0
}

$1 != key { finish(); key = $1 }

!($2 in held) { held[$2]; articles++ }

{
    value = $3
    sub(/^.*"value":/, "", value)
    sub(/,"(said|span)":.*$/, "", value)
    if (!(value in stated)) { stated[value]; values++ }
}

END { finish() }
