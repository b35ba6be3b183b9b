declare global {
  interface Window {
    painted: {
      forget(): void
      /** For how many milliseconds was nothing painted? */
      calm(): number
      seen(): { readonly words: readonly string[]; readonly copies: number }
    }
    shifts: number
  }
}

/** Runs in a page before anything else: notes which words are painted on any canvas, and how often a bitmap is copied. */
export function watchPaint(): void {
  let words: string[] = []
  let copies = 0
  let last = performance.now()
  const { fillText, drawImage } = CanvasRenderingContext2D.prototype
  CanvasRenderingContext2D.prototype.fillText = function (...args) {
    words.push(args[0])
    last = performance.now()
    fillText.apply(this, args)
  }
  CanvasRenderingContext2D.prototype.drawImage = function (this: CanvasRenderingContext2D, ...args: unknown[]) {
    copies++
    last = performance.now()
    Reflect.apply(drawImage, this, args)
  }
  window.painted = {
    forget() {
      words = []
      copies = 0
    },
    calm: () => performance.now() - last,
    seen: () => ({ words, copies }),
  }
}
