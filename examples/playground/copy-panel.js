// Shows the texts to copy: a choice of the kind of text, notes, and a block for each file.

import { copyText } from './copy.js'
import { cspFiles } from './csp.js'
import { element } from './element.js'
import { createChoices } from './field.js'
import { fill } from './fill.js'
import { reactFiles, vueFiles } from './frameworks.js'
import { notesFor } from './notes.js'
import { plainFiles } from './npm.js'
import { sectionFor } from './sections.js'
import { tagFiles } from './tag.js'

const FILES = {
  tag: tagFiles,
  npm: plainFiles,
  vue: vueFiles,
  react: reactFiles,
  csp: cspFiles,
}

/** Texts that belong into a place and not into a file: each place, and its key in `words`. */
const NAMES = { '<head>': 'head', '<body>': 'body' }

/**
 * Shows the texts to copy.
 *
 * @param {HTMLElement} place
 * @param {object} options
 * @param {import('./words/en.js').words} options.words
 * @param {string} options.version Version of the SDK.
 * @param {(text: string) => void} options.say Announces a text to screen readers.
 * @returns {(settings: import('./settings.js').Settings) => void} Shows the texts for settings.
 */
export const showTexts = (place, { words, version, say }) => {
  let settings
  let kind = 'tag'
  let section = 'behavioural'
  let format = 'html'
  const notes = element('div', { class: 'notes' })
  const blocks = element('div', { class: 'blocks' })

  const blockOf = ({ name, code }) => {
    const title = words.files[NAMES[name] ?? name] ?? name
    const id = `code-${title.replace(/\W+/g, '-')}`
    const button = element('button', { type: 'button', class: 'quiet' }, words.copy)
    button.setAttribute('aria-label', fill(words.copyOf, { name: title }))
    const shown = element('code', {}, code)
    button.addEventListener('click', () => copyText(button, code, { words, say, shown }))
    const heading = element('h3', { id }, title)
    const label = fill(words.codeOf, { name: title })
    const text = element('pre', { tabindex: 0, role: 'region', 'aria-label': label }, shown)
    return element('div', { class: 'block' }, element('header', {}, heading, button), text)
  }

  const showSection = async () => {
    const asked = [kind, settings, section, format]
    const name = words.policy.sections[section]
    const code = await sectionFor(settings, section, format).catch(() => words.policy.failed)
    const isLast = [kind, settings, section, format].every((value, at) => value === asked[at])
    if (isLast) blocks.replaceChildren(blockOf({ name, code }))
  }

  const choiceOf = (name, choices, value, onChange) =>
    createChoices({ name, legend: words.policy[name], choices, value, onChange })
  const options = element(
    'div',
    { class: 'policy', hidden: true },
    choiceOf('section', words.policy.sections, section, value => {
      section = value
      showSection()
    }),
    choiceOf('format', words.policy.formats, format, value => {
      format = value
      showSection()
    }),
  )

  const show = () => {
    options.hidden = kind !== 'policy'
    notes.replaceChildren(...notesFor(kind, settings, words).map(note => element('p', {}, note)))
    if (kind === 'policy') showSection()
    else blocks.replaceChildren(...FILES[kind](settings, version).map(blockOf))
  }

  const { what, ...kinds } = words.kinds
  const choice = createChoices({
    ...{ name: 'kind', legend: what, choices: kinds, value: kind },
    onChange(value) {
      kind = value
      show()
    },
  })
  place.replaceChildren(choice, options, notes, blocks)
  return given => {
    settings = given
    show()
  }
}
