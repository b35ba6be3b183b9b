import { useTimeline } from './use-timeline.ts'

/** Has every moment on the line its contact type? */
export function useAllColoured(): boolean {
  const line = useTimeline()
  return line.length > 0 && line.every(({ channel }) => channel !== null)
}
