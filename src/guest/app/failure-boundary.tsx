import { Component, type ReactNode } from 'react';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import { RefusalScreen } from '../welcome/refusal-screen.tsx';

/** Shows a plain page where a part of the app could not be fetched or broke. What was typed is still in memory above it. */
export class FailureBoundary extends Component<
  { readonly children: ReactNode },
  { readonly problem: AnyProblem | null }
> {
  override state: { readonly problem: AnyProblem | null } = { problem: null };

  static getDerivedStateFromError(error: unknown): { readonly problem: AnyProblem } {
    if (error instanceof Refusal) return { problem: error.code };
    // A module that can't be fetched is a TypeError in every engine.
    return { problem: error instanceof TypeError ? 'offline' : 'internal' };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    return problem === null ? this.props.children : <RefusalScreen problem={problem} window={window} />;
  }
}
