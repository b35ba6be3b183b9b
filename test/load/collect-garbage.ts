/** Loaded into a server that is measured: on a signal it lets go of what nobody holds any more, and of the pages that held it. */
process.on('SIGUSR2', () => {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
})
