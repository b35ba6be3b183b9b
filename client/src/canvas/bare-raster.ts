/**
 * Does the processor alone fill the pixels here, with no graphics card to help? The answer takes a moment: ask when there is
 * nothing else to do.
 */
export function bareRaster(): boolean {
  const context = document.createElement('canvas').getContext('webgl', { failIfMajorPerformanceCaveat: true })
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context === null
}
