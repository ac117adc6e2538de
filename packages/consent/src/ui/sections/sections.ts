export { createSections } from './create-sections.ts'
export { drawSection } from './draw-section.tsx'
export { sectionCss } from './section.css.ts'
