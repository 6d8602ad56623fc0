package io.falcoj.runtime.fields.container;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/** Fields about the owners of a pod, which load in rules and have no value any more. */
public final class K8sOwnerFields {
  private K8sOwnerFields() {}

  public static @Nullable ByteSlice rcName(MatchContext ctx) {
    return null;
  }

  public static @Nullable ByteSlice rcId(MatchContext ctx) {
    return null;
  }

  public static @Nullable ByteSlice rcLabel(MatchContext ctx, ByteSlice name) {
    return null;
  }

  public static @Nullable ByteSlice rcLabels(MatchContext ctx) {
    return null;
  }

  public static @Nullable ByteSlice svcName(MatchContext ctx) {
    return null;
  }

  public static @Nullable ByteSlice svcId(MatchContext ctx) {
    return null;
  }

  public static @Nullable ByteSlice svcLabel(MatchContext ctx, ByteSlice name) {
    return null;
  }

  public static @Nullable ByteSlice svcLabels(MatchContext ctx) {
    return null;
  }

  public static @Nullable ByteSlice nsId(MatchContext ctx) {
    return null;
  }

  public static @Nullable ByteSlice nsLabel(MatchContext ctx, ByteSlice name) {
    return null;
  }

  public static @Nullable ByteSlice nsLabels(MatchContext ctx) {
    return null;
  }

  public static @Nullable ByteSlice rsName(MatchContext ctx) {
    return null;
  }

  public static @Nullable ByteSlice rsId(MatchContext ctx) {
    return null;
  }

  public static @Nullable ByteSlice rsLabel(MatchContext ctx, ByteSlice name) {
    return null;
  }

  public static @Nullable ByteSlice rsLabels(MatchContext ctx) {
    return null;
  }

  public static @Nullable ByteSlice deploymentName(MatchContext ctx) {
    return null;
  }

  public static @Nullable ByteSlice deploymentId(MatchContext ctx) {
    return null;
  }

  public static @Nullable ByteSlice deploymentLabel(MatchContext ctx, ByteSlice name) {
    return null;
  }

  public static @Nullable ByteSlice deploymentLabels(MatchContext ctx) {
    return null;
  }
}
