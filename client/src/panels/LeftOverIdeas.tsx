import { Hand } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { CopyButton } from '../controls/CopyButton.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { useIdeaDrafts } from '../model/use-idea-drafts.ts'
import { useWatched } from '../model/use-store.ts'
import { ideasWords } from '../words/ideas.ts'

/** What was half-typed when ideas closed: it costs nobody the words. */
export function LeftOverIdeas() {
  const drafts = useIdeaDrafts()
  const left = useWatched(drafts).filter(({ text }) => text.trim() !== '')
  return (
    <>
      {left.map((draft) => (
        <MessageCard
          key={draft.idea ?? 'idea'}
          title={ideasWords.leftOver}
          icon={<Hand />}
          look="soft"
          kept={draft.text}
          actions={
            <>
              <CopyButton text={draft.text}>{ideasWords.copy}</CopyButton>
              <Button look="tertiary" onClick={() => drafts.write({ ...draft, text: '' })}>
                {ideasWords.letGo}
              </Button>
            </>
          }
        />
      ))}
    </>
  )
}
