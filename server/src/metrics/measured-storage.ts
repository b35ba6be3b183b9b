import { performance } from 'node:perf_hooks'
import type { Storage } from '../storage/storage.ts'
import type { Metrics, TimingName } from './metrics.ts'

/** The same storage, and what it does is timed. */
export function measuredStorage(storage: Storage, metrics: Metrics): Storage {
  async function timed<Result>(timing: TimingName, work: Promise<Result>): Promise<Result> {
    const began = performance.now()
    try {
      return await work
    } finally {
      metrics.took(timing, performance.now() - began)
    }
  }
  return {
    ...storage,
    room: (id) => timed('read', storage.room(id)),
    content: (id) => timed('read', storage.content(id)),
    load: (id) => timed('read', storage.load(id)),
    commit: (id, entries) => timed('commit', storage.commit(id, entries)),
  }
}
