import { Component, type ReactNode } from 'react';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import { RefusalScreen } from '../welcome/refusal-screen.tsx';

interface FailureBoundaryProps {
  readonly children: ReactNode;
  /** Another screen is in front. */
  readonly hidden?: boolean;
}

/** Shows a plain page where a part of the app could not be fetched or broke. What was typed is still in memory above it. */
export class FailureBoundary extends Component<FailureBoundaryProps, { readonly problem: AnyProblem | null }> {
  override state: { readonly problem: AnyProblem | null } = { problem: null };

  static getDerivedStateFromError(error: unknown): { readonly problem: AnyProblem } {
    return { problem: error instanceof Refusal ? error.code : 'internal' };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    const { children, hidden } = this.props;
    if (problem === null) return children;
    return hidden === true ? null : <RefusalScreen problem={problem} window={window} />;
  }
}
