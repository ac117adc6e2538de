export { createSections } from './create-sections.ts'
export { drawSection } from './draw-section.tsx'
