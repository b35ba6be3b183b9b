import { NoteCard } from '../controls/NoteCard.tsx'
import { pictureWords } from '../words/home-picture.ts'
import './home-picture.css'

/** The idea in one picture: what they expect is a line, a moment is a dot below, on or above it. */
export function HomePicture() {
  return (
    <div className="home-picture" role="img" aria-label={pictureWords.read}>
      <div className="home-picture-board" aria-hidden="true">
        <p className="home-picture-words">{pictureWords.expects}</p>
        <svg className="home-picture-line" viewBox="0 0 592 200">
          <path className="home-picture-stem" d="M94 100v54M492 100v-54" />
          <path className="home-picture-axis" d="M1 100h590" />
          <circle className="home-picture-miserable" cx="94" cy="154" r="13" />
          <circle className="home-picture-neutral" cx="293" cy="100" r="13" />
          <circle className="home-picture-magical" cx="492" cy="46" r="13" />
        </svg>
        <div className="home-picture-note home-picture-note-low">
          <NoteCard text={pictureWords.miserable} channel="face" ranking="miserable" />
        </div>
        <div className="home-picture-note home-picture-note-middle">
          <NoteCard text={pictureWords.neutral} channel="phone" ranking="neutral" />
        </div>
        <div className="home-picture-note home-picture-note-high">
          <NoteCard text={pictureWords.magical} channel="phone" ranking="magical" />
        </div>
      </div>
    </div>
  )
}
