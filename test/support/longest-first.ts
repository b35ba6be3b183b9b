import { statSync } from 'node:fs'
import type { TestSequencer, TestSpecification } from 'vitest/node'

/** These take a minute or two each: begun last, they would keep everybody waiting while the other workers rest. */
const LONG = /\/test\/session\/|room-stock-provider|walk-direct/

/** The order of the files: the long ones first, then the larger before the smaller. */
export class LongestFirst implements TestSequencer {
  shard(files: TestSpecification[]): TestSpecification[] {
    return files
  }

  sort(files: TestSpecification[]): TestSpecification[] {
    const weight = ({ moduleId }: TestSpecification) => (LONG.test(moduleId) ? 1e9 : 0) + statSync(moduleId).size
    return files.toSorted((a, b) => weight(b) - weight(a))
  }
}
