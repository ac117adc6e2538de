export { text } from '../banner/text/en.ts'
export { startTagView } from './start-tag-view.ts'
