export { text } from '../../words/ko/banner.ts'
export { startTagView } from './start-tag-view.ts'
