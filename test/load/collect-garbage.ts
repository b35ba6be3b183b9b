/** Loaded into a server that is measured: on a signal it lets go of what nobody holds any more. */
process.on('SIGUSR2', () => {
  globalThis.gc?.()
  globalThis.gc?.()
})
