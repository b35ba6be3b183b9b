/** A file that can't be taken, with a whole sentence that says why and where. Nothing of it reaches a board. */
export class Unreadable extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'Unreadable'
  }
}
