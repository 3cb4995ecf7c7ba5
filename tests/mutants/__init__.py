"""Whether the tests would notice: the code is broken on purpose, one small way at a time.

    make mutants                                  250 of core, by tests/core
    make mutants MUTANTS_ARGS="storage --sample 100 --seed 7"
    make mutants MUTANTS_ARGS="core/working/guards.py --all"

A mutant that no test notices is printed with its line; `# pragma: no mutate` excuses one, with why.
"""
