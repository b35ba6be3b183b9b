import type { Session } from '@momentous/shared/domain/session'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { TextField } from '../controls/TextField.tsx'
import { fetchImage, type ImageShelf } from '../model/image-api.ts'
import { bringLogo } from '../model/logo-file.ts'
import { useStore } from '../model/use-store.ts'
import { firmWords } from '../words/settings.ts'

type Firm = Pick<Session, 'firm' | 'logo'>

export interface FirmFieldsProps {
  readonly firm: Firm
  readonly token: string
  readonly onChange: (part: Partial<Firm>) => void
}

/** Whose form it is: a name and a picture for the head of each document. */
export function FirmFields({ firm, token, onChange }: FirmFieldsProps) {
  const { board } = useStore()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const choosing = useRef<HTMLInputElement>(null)
  const shelf = { board, token }
  const bring = async (file: File | undefined) => {
    if (file === undefined) return
    setBusy(true)
    const brought = await bringLogo(shelf, file)
    setBusy(false)
    setTrouble('trouble' in brought ? sentenceOf(brought.trouble) : null)
    if ('hash' in brought) onChange({ logo: brought.hash })
  }
  return (
    <div className="dialog-form">
      <TextField
        label={firmWords.name}
        hint={firmWords.hint}
        value={firm.firm}
        onChange={(name) => onChange({ firm: name })}
        maxLength={80}
        trouble={trouble}
      />
      {firm.logo !== null && <LogoPicture shelf={shelf} hash={firm.logo} />}
      <div className="row-of-buttons">
        <Button size="small" aria-busy={busy} onClick={() => choosing.current?.click()}>
          {firm.logo === null ? firmWords.choose : firmWords.another}
        </Button>
        {firm.logo !== null && (
          <Button size="small" look="tertiary" onClick={() => onChange({ logo: null })}>
            {firmWords.remove}
          </Button>
        )}
        <input
          ref={choosing}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif"
          hidden
          aria-label={firmWords.choose}
          onChange={(event) => void bring(event.target.files?.[0])}
        />
      </div>
    </div>
  )
}

const sentenceOf = (trouble: string) =>
  trouble === 'broken' ? firmWords.broken : trouble === 'tooLarge' ? firmWords.tooLarge : trouble || firmWords.notSent

/** Drawn, because the page shows no picture by an address of its own making. */
function LogoPicture({ shelf: { board, token }, hash }: { readonly shelf: ImageShelf; readonly hash: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let gone = false
    const show = async () => {
      const image = await fetchImage({ board, token }, hash).catch(() => null)
      const bitmap = image === null ? null : await createImageBitmap(image).catch(() => null)
      const shown = canvas.current
      if (bitmap === null || shown === null || gone) return
      shown.width = bitmap.width
      shown.height = bitmap.height
      shown.getContext('2d')?.drawImage(bitmap, 0, 0)
    }
    void show()
    return () => {
      gone = true
    }
  }, [board, token, hash])
  return <canvas ref={canvas} role="img" aria-label={firmWords.logo} className="firm-logo" width={1} height={1} />
}
