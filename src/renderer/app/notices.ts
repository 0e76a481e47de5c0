import { notifications } from '@mantine/notifications'
import type { Problem } from '#shared/problem.ts'
import { problemText } from '#shared/problem-text.ts'

/** Say something no panel is open for. It stays until it is dismissed. */
export function showNotice({ title, message }: { title: string; message: string }): void {
  notifications.show({ title, message, autoClose: false, closeButtonProps: { 'aria-label': 'Dismiss' } })
}

/** The result of what the user just did, when it did not work. */
export function showProblem(problem: Problem): void {
  const { title, message } = problemText(problem)
  notifications.show({ title, message, color: 'red', autoClose: 8000, closeButtonProps: { 'aria-label': 'Dismiss' } })
}

/** The result of what the user just did, when nothing on the screen shows it. */
export function showDone(message: string): void {
  notifications.show({ message, autoClose: 3000, closeButtonProps: { 'aria-label': 'Dismiss' } })
}
