/** What phases ask of everybody, where their own words would be too many for the first look at a board. */
export const phaseSentences = {
  ideasHint: 'Daft is welcome. We build, we don’t judge. Choosing comes later.',
  decideHint: 'The concern box is open. Concerns carry no names. Parked ideas come back next session.',
  planQuestion: 'What will we do, who does it, and by when?',
}
