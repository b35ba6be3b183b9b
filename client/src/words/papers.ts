/** What the colours of notes are called. */
export const paperWords = {
  butter: 'Butter',
  apricot: 'Apricot',
  rose: 'Rose',
  lilac: 'Lilac',
  sky: 'Sky',
  mint: 'Mint',
  plain: 'Plain',
}
