import { useState, type FormEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { TextField } from '../controls/TextField.tsx'
import { usePeople, useRuling, useStore } from '../model/use-store.ts'
import { termsWords } from '../words/terms.ts'
import '../session/dialog-form.css'

/** Words that newcomers have to say beside showing their link. */
export function PassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useStore()
  const isSet = usePeople().terms.passphrase
  const [passphrase, setPassphrase] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const ruling = useRuling('set-passphrase', { passphrase: null })
  const refusal = ruling.allowed ? null : ruling.reason
  const set = async (words: string | null) => {
    const outcome = await store.ask('set-passphrase', { passphrase: words })
    return outcome.ok ? onClose() : setTrouble(outcome.reason)
  }
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (ruling.allowed) void set(passphrase)
  }
  return (
    <Dialog
      title={termsWords.passphraseTitle}
      size="small"
      onClose={onClose}
      foot={
        <>
          {isSet && (
            <Button look="tertiary" refusal={refusal} onClick={() => void set(null)}>
              {termsWords.passphraseDrop}
            </Button>
          )}
          <Button onClick={onClose}>{termsWords.cancel}</Button>
          <Button look="primary" type="submit" form="set-passphrase" refusal={refusal}>
            {termsWords.passphraseKeep}
          </Button>
        </>
      }
    >
      <form id="set-passphrase" className="dialog-form" onSubmit={keep}>
        <p className="t-second">{termsWords.passphraseWhy}</p>
        <TextField
          label={termsWords.passphraseField}
          hint={termsWords.passphraseHint}
          value={passphrase}
          onChange={(words) => {
            setPassphrase(words)
            setTrouble(null)
          }}
          trouble={trouble}
          maxLength={200}
          autoCapitalize="none"
          spellCheck={false}
          data-first
        />
      </form>
    </Dialog>
  )
}
