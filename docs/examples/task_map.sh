#!/bin/sh
# One task of an engine that feeds rows to standard input and may start a task twice: Hadoop
# streaming, Spark's pipe(). The shard is named by the number of the task, which Hadoop puts into
# mapreduce_task_partition; for other engines it is the second argument. What engines put in front
# of a row, a key and a tab, is cut off. Prints the line of atodds map, shard first.
#   task_map.sh /shared/shards [NUMBER]
set -eu

shards=$1
number=${2:-${mapreduce_task_partition:?"no number of the task"}}
sed 's/^[^{]*	{/{/' | "${ATODDS:-atodds}" map --out "$shards/$(printf '%06d' "$number")" \
    --stdin-filename articles.jsonl --threads 1
