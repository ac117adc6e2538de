export { text } from '../banner/text/ja.ts'
export { startTagView } from './start-tag-view.ts'
