/** Stable ids; `shared/RULES.md` says each rule in words and tests cite them. Never reuse a number. */
export const ruleIds = [
  'L1', // an observer writes nothing
  'L2', // what counts per person needs a seat
  'S1', // title, why, settings
  'S2', // phase, timer, close, reveal, focus, bring everyone, next session
  'S3', // the session can't leave the lobby while the why is empty
  'S4', // seats, links, door, hand-over
  'S5', // anonymity is fixed when Ideas opens
  'S6', // a file of the form comes back
  'M1', // moments, stages
  'M2', // moments by hand: place, size, paper, lock, group
  'M3', // contact type
  'M4', // a record's key is written once and never overwritten
  'M5', // nothing disappears: removal goes to the bin
  'M6', // a late moment is kept for the facilitator
  'K1', // ink, free text, connectors, areas, images
  'V1', // a ballot: in Choose, until the close, within the dots
  'V2', // the shortlist: 3 to 5
  'V3', // a vote closes once; a new round is started on purpose
  'A1', // expectation, evidence, description, issue
  'A2', // blind grades: until the reveal
  'A3', // settled ranking: after the reveal
  'I1', // ideas, builds, concerns, the bell: while Ideas is open
  'I2', // nobody changes or removes another's idea
  'I3', // own idea until the first build
  'I4', // merit and parked: when Ideas has closed
  'P1', // actions and ladder
  'P2', // an action's owner: oneself, or anybody by the facilitator
  'P3', // agree, ready: one a seat
  'P4', // only legal targets
  'D1', // shapes, sizes and counts of the document
  'D2', // only the server writes governed places
] as const
export type RuleId = (typeof ruleIds)[number]
