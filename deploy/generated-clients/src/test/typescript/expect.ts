import { ProblemFromJSON, ResponseError, type Problem } from '../../../target/generated-sources/typescript';

export function equal<T>(actual: T, expected: T): void {
    const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (is !== should) {
        throw new Error(`${is} should be ${should}`);
    }
}

/** The problem that a call is refused with. */
export async function refusal(call: Promise<unknown>): Promise<Problem> {
    try {
        await call;
    } catch (error) {
        if (error instanceof ResponseError) {
            return ProblemFromJSON(await error.response.json());
        }
        throw error;
    }
    throw new Error('It was not refused.');
}

/** Asks until the answer will do. */
export async function eventually<T>(ask: () => Promise<T>, willDo: (answer: T) => boolean): Promise<T> {
    const deadline = Date.now() + 30_000;
    let answer = await ask();
    while (!willDo(answer)) {
        if (Date.now() > deadline) {
            throw new Error(`It never came: ${JSON.stringify(answer)}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
        answer = await ask();
    }
    return answer;
}
