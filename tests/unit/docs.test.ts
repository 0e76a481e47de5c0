import { expect, it } from 'vitest'
import { renderProblemsDoc } from '#tests/support/problems-doc.ts'

it('docs/problems.md says what the tables say; `npm run docs` writes it', async () => {
  await expect(renderProblemsDoc()).toMatchFileSnapshot('../../docs/problems.md')
})
