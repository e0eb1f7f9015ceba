#!/bin/sh
# One task of a Slurm array: the N-th file of the list becomes a shard.
#   sbatch --array=1-"$(wc -l < files.txt)" --cpus-per-task=2 slurm_map.sh files.txt /shared/shards
# Started again, it maps only what is not mapped yet. Then: atodds merge /shared/shards/* --index DIR
set -eu

list=$1
shards=$2
file=$(sed -n "${SLURM_ARRAY_TASK_ID}p" "$list")
name=$(basename "$file" .gz)
name=$(basename "$name" .jsonl)

case $file in
    *.gz) gzip -dc "$file" ;;
    *) cat "$file" ;;
esac | "${ATODDS:-atodds}" map --out "$shards/$name" --stdin-filename articles.jsonl \
    --threads "${SLURM_CPUS_PER_TASK:-1}"
