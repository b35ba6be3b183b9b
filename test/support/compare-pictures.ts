declare global {
  interface Window {
    pictures: {
      /** Keeps the wall's layer at rest as it is; answers how many of its pixels are painted. */
      keep(): number
      /** How many pixels look different now. */
      compare(): number
    }
  }
}

/** Runs in a page before anything else. */
export function comparePictures(): void {
  /** Where lines cross, their soft edges depend a little on what is painted together. */
  const soft = 40
  const take = () => {
    const canvas = document.querySelector<HTMLCanvasElement>('.wall canvas')
    return canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()
  }
  /** How much a channel adds to what one sees. */
  const seen = (picture: Uint8ClampedArray, at: number, channel: number) => {
    const alpha = picture[at + 3] ?? 0
    return channel === 3 ? alpha : ((picture[at + channel] ?? 0) * alpha) / 255
  }
  let kept = new Uint8ClampedArray()
  window.pictures = {
    keep() {
      kept = take()
      return kept.filter((value, at) => at % 4 === 3 && value > 0).length
    },
    compare() {
      const now = take()
      let count = 0
      for (let at = 0; at < now.length; at += 4) {
        if ([0, 1, 2, 3].some((channel) => Math.abs(seen(now, at, channel) - seen(kept, at, channel)) > soft)) count++
      }
      return count
    },
  }
}
