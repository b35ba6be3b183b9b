declare global {
  interface Window {
    painted: {
      forget(): void
      seen(): { readonly words: readonly string[]; readonly copies: number }
    }
    shifts: number
  }
}

/** Runs in a page before anything else: notes which words are painted on any canvas, and how often a bitmap is copied. */
export function watchPaint(): void {
  let words: string[] = []
  let copies = 0
  const { fillText, drawImage } = CanvasRenderingContext2D.prototype
  CanvasRenderingContext2D.prototype.fillText = function (...args) {
    words.push(args[0])
    fillText.apply(this, args)
  }
  CanvasRenderingContext2D.prototype.drawImage = function (this: CanvasRenderingContext2D, ...args: unknown[]) {
    copies++
    Reflect.apply(drawImage, this, args)
  }
  window.painted = {
    forget() {
      words = []
      copies = 0
    },
    seen: () => ({ words, copies }),
  }
}
