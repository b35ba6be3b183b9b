/** What phases ask of everybody, where their own words would be too many for the first look at a board. */
export const phaseSentences = {
  lobbyWhy: 'Why we are here',
  lobbyWhySeen: 'Everybody sees this while they arrive.',
  chooseQuestion: 'Which moments decide whether they come back?',
  chooseHint: 'Put your dots on the ones that matter most.',
  chooseStacking: 'You may stack them.',
  chooseNotStacking: 'One dot on each.',
  ideasHint: 'Daft is welcome. We build, we don’t judge. Choosing comes later.',
  decideHint: 'The concern box is open. Concerns carry no names. Parked ideas come back next session.',
  planQuestion: 'What will we do, who does it, and by when?',
}
