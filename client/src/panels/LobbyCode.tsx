import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { CopyButton } from '../controls/CopyButton.tsx'
import { QrCode } from '../controls/QrCode.tsx'
import { usePeople } from '../model/use-store.ts'
import { lobbyWords } from '../words/lobby.ts'
import { shareWords } from '../words/share.ts'
import { RenewDialog } from './RenewDialog.tsx'
import type { BoardLinks } from './use-links.ts'

/** The way in for everybody in the room. Only the device that made the link knows it. */
export function LobbyCode({ links }: { readonly links: BoardLinks }) {
  const [renewing, setRenewing] = useState(false)
  const { passphrase } = usePeople().terms
  const link = links.known.participant
  return (
    <div className="lobby-code">
      {link === undefined ? (
        <p className="qr-code qr-code-words">{shareWords.notHere}</p>
      ) : (
        <QrCode text={link} label={lobbyWords.code} />
      )}
      <div className="lobby-code-words">
        <p className="t-h4">
          <span>{lobbyWords.pointShort}</span>
          <span>{passphrase ? lobbyWords.onlyPassphrase : lobbyWords.noAccount}</span>
        </p>
        {link === undefined ? (
          <Button onClick={() => setRenewing(true)}>{shareWords.renew}</Button>
        ) : (
          <CopyButton text={link}>{lobbyWords.copyLink}</CopyButton>
        )}
      </div>
      {renewing && <RenewDialog role="participant" links={links} onClose={() => setRenewing(false)} />}
    </div>
  )
}
