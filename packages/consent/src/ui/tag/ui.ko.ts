export { text } from '../banner/text/ko.ts'
export { startTagView } from './start-tag-view.ts'
