import { warn } from '../../options/warn.ts'
import { lazy } from '../../shared/lazy.ts'
import { DETAILS, SECTIONS } from '../../words/files.ts'
import type { PartProps } from '../parts/part-props.ts'
import type { Sections } from '../sections/create-sections.ts'
import type { drawSection as drawSectionOf } from '../sections/draw-section.tsx'

/** The sections of the page, the function that draws a section, and the styles of sections. */
export interface LoadedSections {
  readonly sections: Sections
  readonly drawSection: typeof drawSectionOf
  readonly sectionCss: string
}

/**
 * Creates a function that returns the sections, `undefined` before they are loaded. If the sections
 * are not requested yet in the language of the view, a call requests them. When the sections have
 * loaded, the view is drawn again.
 */
export const createSectionLoader = (): ((props: PartProps) => LoadedSections | undefined) => {
  const loadOnce = lazy(error => warn('missing-file', 'sections', error))
  let loaded: LoadedSections | undefined

  return ({ consent, options, parts, onVisit }) => {
    const { language, own, stored, merge } = parts
    if (stored)
      loadOnce(
        language,
        async () => {
          const [{ createSections, drawSection, sectionCss }, file, { details }] =
            await Promise.all([import('../sections/sections.ts'), SECTIONS[own](), DETAILS[own]()])
          const host = options.texts?.[language]
          const text = merge(file.text, host?.sections)
          const facts = merge(details, host?.details)
          const sections = await createSections(consent, parts, stored.text, facts, text)
          return { sections, drawSection, sectionCss }
        },
        sections => {
          loaded = sections
          onVisit({})
        },
      )
    return loaded
  }
}
