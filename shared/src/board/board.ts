import type * as Y from 'yjs'
import type { RecordRoot } from './records.ts'

export type RawRecord = Y.Map<unknown>

/** A board's document with its roots by name: the only handle through which the rest of the code writes. */
export type Board = {
  readonly doc: Y.Doc
  readonly session: Y.Map<unknown>
} & { readonly [Root in RecordRoot]: Y.Map<RawRecord> }

/** Opens the roots of `doc`; cheap and repeatable, creates nothing that travels. */
export function openBoard(doc: Y.Doc): Board {
  return {
    doc,
    session: doc.getMap('session'),
    moments: doc.getMap('moments'),
    ink: doc.getMap('ink'),
    assessments: doc.getMap('assessments'),
    grades: doc.getMap('grades'),
    ideas: doc.getMap('ideas'),
    builds: doc.getMap('builds'),
    concerns: doc.getMap('concerns'),
    actions: doc.getMap('actions'),
    rungs: doc.getMap('rungs'),
    shapes: doc.getMap('shapes'),
    stages: doc.getMap('stages'),
  }
}
