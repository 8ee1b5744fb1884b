import { expect } from 'chai';
import { LivewebinarError, type LivewebinarErrorCode } from '../../src/url/index.js';

/** Expects an error of one code that names the option, and no secret. */
export function expectError(
  build: () => unknown,
  code: LivewebinarErrorCode,
  option: string,
): void {
  const error = errorOf(build);
  expect(error).to.be.instanceOf(LivewebinarError);
  expect(error).to.include({ name: 'LivewebinarError', code });
  expect((error as Error).message)
    .to.match(new RegExp(`^${option}\\b`))
    .and.not.include('secret');
}

/** Expects a string, or an error of this package without a secret in its message. */
export function expectStringOrError(build: () => unknown): void {
  try {
    expect(build()).to.be.a('string');
  } catch (error) {
    expect(error).to.be.instanceOf(LivewebinarError);
    expect((error as Error).message).not.to.include('secret');
  }
}

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
