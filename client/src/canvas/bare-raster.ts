/** What processors call themselves where they stand in for a graphics card. */
const STAND_INS = /swiftshader|llvmpipe|softpipe|software|basic render/i

/**
 * Does the processor alone fill the pixels here, with no graphics card to help? The answer takes a moment: ask when there is
 * nothing else to do.
 */
export function bareRaster(): boolean {
  const context = document.createElement('canvas').getContext('webgl', { failIfMajorPerformanceCaveat: true })
  if (context === null) return true
  const named = context.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = context.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : context.RENDERER)
  context.getExtension('WEBGL_lose_context')?.loseContext()
  return STAND_INS.test(String(name))
}
