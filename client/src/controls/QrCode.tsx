import { useEffect, useState } from 'react'
import { controlWords } from '../words/controls.ts'
import './qr-code.css'

export interface QrCodeProps {
  readonly text: string
  /** What the code is for, read aloud. */
  readonly label: string
}

interface Squares {
  readonly size: number
  readonly path: string
}

/** A square that fills its place. The library that draws it is loaded with the first code. */
export function QrCode({ text, label }: QrCodeProps) {
  const [squares, setSquares] = useState<Squares | 'drawing' | 'failed'>('drawing')
  useEffect(() => {
    let wanted = true
    drawCode(text).then(
      (drawn) => wanted && setSquares(drawn),
      () => wanted && setSquares('failed'),
    )
    return () => {
      wanted = false
    }
  }, [text])

  if (squares === 'failed') return <p className="qr-code qr-code-words">{controlWords.noCode}</p>
  if (squares === 'drawing') return <div className="qr-code" role="img" aria-label={controlWords.drawingCode} />
  return (
    <svg className="qr-code" viewBox={`0 0 ${squares.size} ${squares.size}`} role="img" aria-label={label}>
      <path d={squares.path} shapeRendering="crispEdges" />
    </svg>
  )
}

async function drawCode(text: string): Promise<Squares> {
  const { create } = await import('qrcode')
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const dark = Array.from({ length: size * size }, (_, at) => at).filter((at) => modules.data[at])
  return { size, path: dark.map((at) => `M${at % size} ${Math.floor(at / size)}h1v1h-1z`).join('') }
}
