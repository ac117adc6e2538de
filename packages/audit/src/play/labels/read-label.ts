import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import type { LabelWords, Meaning } from './meanings.ts'

/**
 * Reads a label of a control word by word. Returns the meanings of all its words, once for each
 * language in which every word is known. A label with one unknown word is not read: “Allow
 * notifications” and “Unsubscribe or change your preferences” are no controls of a banner.
 */
export const readLabel = (label: string): readonly (readonly Meaning[])[] => {
  const text = normalise(label)
  return READERS.flatMap(read => read(text) ?? [])
}

/** Returns the letters, digits and apostrophes of a label, and `/` and `|`, in lower case. */
const normalise = (label: string): string =>
  label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/[^\p{L}\p{M}\p{N}'/|]+/gu, ' ')
    .replace(/['/|]/g, match => (match === "'" ? "' " : ` ${match} `))
    .replace(/ +/g, ' ')
    .trim()

type Reader = (text: string) => [readonly Meaning[]] | undefined

/** Creates the function that reads labels of one language. */
const createReader = ({ hasBlanks, words }: LabelWords): Reader => {
  // A blank behind each word keeps “ad” from being read in “address”.
  const form = (text: string) => (hasBlanks ? `${text} ` : text.replaceAll(' ', ''))
  const meanings = new Map<string, Meaning[]>()
  for (const [meaning, phrases] of Object.entries(words))
    for (const phrase of phrases.split(', ')) {
      const known = form(normalise(phrase))
      meanings.set(known, [...(meanings.get(known) ?? []), meaning as Meaning])
    }
  const byStart = new Map<string, string[]>()
  for (const phrase of [...meanings.keys()].sort((a, b) => b.length - a.length)) {
    const start = phrase.charAt(0)
    byStart.set(start, [...(byStart.get(start) ?? []), phrase])
  }
  return label => {
    const text = form(label)
    // From the end to the start: `rests[at]` are the meanings of the text from `at` on, if every
    // word of it is known.
    const rests: (readonly Meaning[] | undefined)[] = []
    rests[text.length] = []
    for (let at = text.length - 1; at >= 0; at -= 1) {
      const phrase = byStart
        .get(text.charAt(at))
        ?.find(one => text.startsWith(one, at) && rests[at + one.length])
      if (phrase)
        rests[at] = [...(meanings.get(phrase) ?? []), ...(rests[at + phrase.length] ?? [])]
    }
    return rests[0]?.length ? [rests[0]] : undefined
  }
}

const READERS = [en, ko, ja, de, fr].map(createReader)
