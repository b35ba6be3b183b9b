/** A file that nobody makes any more: the server is about to stop, or whoever asked for it has gone. */
export class Interrupted extends Error {
  constructor() {
    super('The making of this file was given up.')
    this.name = 'Interrupted'
  }
}
