import { createDoctor } from '#main/doctor.ts'
import { nodeSystem } from '#main/ports/system.ts'
import { okValue } from '#tests/support/ok-value.ts'

/** Diagnoses the address in its first argument as whoever runs it, and prints the diagnosis as JSON. */
async function printDiagnosis(host: string): Promise<void> {
  console.log(JSON.stringify(okValue(await createDoctor(nodeSystem()).examineHost(host))))
}

void printDiagnosis(process.argv[2] ?? '')
