import { declareNaverAnalytics } from '../../services/naver-analytics.ts'
import { offerPreset } from './offer-preset.ts'

offerPreset('naverAnalytics', declareNaverAnalytics)
