# Seconds before the time limit at which a shard is told to end, and how often it is put into the queue again at most.
notice=60
most_restarts=50

die() {
    printf 'longspan: %s\n' "$*" >&2
    exit 2
}

# Submits the jobs. Shards do not wait for each other, and one that fails cancels none: the merge begins when all have
# ended in any way (afterany), and takes what is there. The report needs the merge (afterok), else it is cancelled.
submit() {
    local script=${BASH_SOURCE[0]:-} log=$run/slurm shards_job merge_job report_job
    [[ -f $script ]] || die "this script is read from no file, which sbatch needs; save it and start it with bash."
    mkdir -p -- "$log"
    log=${log//%/%%}
    shards_job=$(submitted --array="1-$shards" --time="$time" --cpus-per-task="$cpus" --requeue --open-mode=append \
        --signal="B:USR1@$notice" --output="$log/shard-%a.log" "$script" shard)
    merge_job=$(submitted --dependency="afterany:$shards_job" --time="$time" --output="$log/merge.log" "$script" merge)
    report_job=$(submitted --dependency="afterok:$merge_job" --kill-on-invalid-dep=yes --time="$time" \
        --output="$log/report.log" "$script" report)
    printf 'shards: job %s, merge: job %s, report: job %s; their logs are in %s\n' \
        "$shards_job" "$merge_job" "$report_job" "$run/slurm"
}

# Submits one job and prints its number. Where there are several clusters, sbatch prints the cluster's name behind it.
submitted() {
    local job
    job=$(sbatch --parsable --job-name="$name" --ntasks=1 --mem="$memory" \
        ${sbatch_options[@]+"${sbatch_options[@]}"} "$@") || return
    printf '%s\n' "${job%%;*}"
}

# Prints how many results a shard has.
finished() { # number of the shard
    local folder lines=0
    printf -v folder '%s/shards/%0*d-of-%d' "$run" "${#shards}" "$1" "$shards"
    [[ ! -f $folder/results.jsonl ]] || lines=$(wc -l <"$folder/results.jsonl")
    printf '%d\n' "$lines"
}

# Runs a shard, or what is missing of it. Before the time limit Slurm sends USR1 to this shell, which then tells the
# shard to end and puts it into the queue again. TERM comes of scancel, of a node that is drained and of a job that goes
# before: it is handed on, and whether the shard is to start again is Slurm's to say. What is finished is on disk then.
shard() {
    local number=$SLURM_ARRAY_TASK_ID before code=0
    child='' limit='' term=''
    before=$(finished "$number")
    trap 'limit=1; tell' USR1
    trap 'term=1; tell' TERM
    "$longspan" ${longspan_options[@]+"${longspan_options[@]}"} run "$plan" --shard "$number/$shards" \
        "${run_options[@]}" &
    child=$!
    [[ -z $limit$term ]] || tell # a signal that came before there was a child
    while kill -0 "$child" 2>/dev/null; do
        wait "$child" || true # every signal ends one wait
    done
    wait "$child" || code=$?
    if [[ -n $limit && -z $term ]] && ((code != 0)); then
        resume "$number" "$before"
    fi
    exit "$code"
}

# Tells a shard to end.
tell() {
    [[ -z $child ]] || kill -TERM "$child" 2>/dev/null || true
}

# Puts a shard that ended for its time limit into the queue again, unless that would go on for ever.
resume() { # number of the shard, its results before
    local after
    after=$(finished "$1")
    ((after > $2)) || die "shard $1 of $shards finished no trial in the time limit $time; give a longer --time."
    ((${SLURM_RESTART_COUNT:-0} < most_restarts)) || die "shard $1 of $shards was restarted $most_restarts times."
    printf 'shard %d of %d: %d results so far; it goes on when Slurm starts it again\n' "$1" "$shards" "$after"
    scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
}

# Merges the shards that have begun into the run, with what the run holds already.
merge() {
    local folder folders=()
    for folder in "$run"/shards/*-of-"$shards"; do
        if [[ -f $folder/run.json ]]; then
            folders+=("$folder")
        fi
    done
    ((${#folders[@]} > 0)) || die "no shard in $run/shards has begun; the logs in $run/slurm say why."
    "$longspan" merge "${folders[@]}" --into "$run"
}

case ${1:-submit} in
    submit) submit ;;
    shard) shard ;;
    merge) merge ;;
    report) "$longspan" report "$run" ;;
    *) die "unknown part $1; start this script with bash and no argument." ;;
esac
