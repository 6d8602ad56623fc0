package io.falcoj.runtime.fields.audit;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ValueList;
import org.jspecify.annotations.Nullable;

/** {@code ka.req.*} of role bindings, roles, services and config maps in a request. */
public final class KaRequestFields {
  private static final KaPath SUBJECTS = KaPath.of("requestObject", "subjects");
  private static final KaPath BINDING_ROLE = KaPath.of("requestObject", "roleRef", "name");
  private static final KaPath CONFIGMAP_NAME = KaPath.of("objectRef", "name");
  private static final KaPath CONFIGMAP_DATA = KaPath.of("requestObject", "data");
  private static final KaPath ROLE_RULES = KaPath.of("requestObject", "rules");
  private static final KaPath ROLE_API_GROUPS = KaPath.of("requestObject", "rules", "apiGroups");
  private static final KaPath ROLE_URLS = KaPath.of("requestObject", "rules", "nonResourceURLs");
  private static final KaPath ROLE_VERBS = KaPath.of("requestObject", "rules", "verbs");
  private static final KaPath ROLE_RESOURCES = KaPath.of("requestObject", "rules", "resources");
  private static final KaPath SERVICE_TYPE = KaPath.of("requestObject", "spec", "type");
  private static final KaPath SERVICE_PORTS = KaPath.of("requestObject", "spec", "ports");
  private static final ByteSlice USER = ByteSlice.of("User");
  private static final ByteSlice GROUP = ByteSlice.of("Group");
  private static final ByteSlice SERVICE_ACCOUNT = ByteSlice.of("ServiceAccount");
  private static final ByteSlice TRUE = ByteSlice.of("true");

  private KaRequestFields() {}

  public static @Nullable ValueList subjects(MatchContext ctx) {
    return SUBJECTS.texts(ctx);
  }

  public static @Nullable ByteSlice bindingRole(MatchContext ctx) {
    return BINDING_ROLE.text(ctx);
  }

  public static @Nullable ByteSlice configmapName(MatchContext ctx) {
    return CONFIGMAP_NAME.text(ctx);
  }

  public static @Nullable ByteSlice configmapData(MatchContext ctx) {
    return CONFIGMAP_DATA.text(ctx);
  }

  public static @Nullable ValueList roleRules(MatchContext ctx) {
    return ROLE_RULES.texts(ctx);
  }

  public static @Nullable ValueList roleApiGroups(MatchContext ctx) {
    return ROLE_API_GROUPS.flattened(ctx, KaPath.ALL);
  }

  public static @Nullable ValueList roleApiGroups(MatchContext ctx, int index) {
    return ROLE_API_GROUPS.flattened(ctx, index);
  }

  public static @Nullable ValueList roleUrls(MatchContext ctx) {
    return ROLE_URLS.flattened(ctx, KaPath.ALL);
  }

  public static @Nullable ValueList roleUrls(MatchContext ctx, int index) {
    return ROLE_URLS.flattened(ctx, index);
  }

  public static @Nullable ValueList roleVerbs(MatchContext ctx) {
    return ROLE_VERBS.flattened(ctx, KaPath.ALL);
  }

  public static @Nullable ValueList roleVerbs(MatchContext ctx, int index) {
    return ROLE_VERBS.flattened(ctx, index);
  }

  public static @Nullable ValueList roleResources(MatchContext ctx) {
    return ROLE_RESOURCES.flattened(ctx, KaPath.ALL);
  }

  public static @Nullable ValueList roleResources(MatchContext ctx, int index) {
    return ROLE_RESOURCES.flattened(ctx, index);
  }

  public static @Nullable ByteSlice serviceType(MatchContext ctx) {
    return SERVICE_TYPE.text(ctx);
  }

  public static @Nullable ValueList servicePorts(MatchContext ctx) {
    return SERVICE_PORTS.present(ctx, KaPath.ALL);
  }

  public static @Nullable ValueList servicePorts(MatchContext ctx, int index) {
    return SERVICE_PORTS.present(ctx, index);
  }

  public static @Nullable ValueList subjectUsers(MatchContext ctx) {
    return KaSubjects.names(ctx, USER);
  }

  public static @Nullable ValueList subjectGroups(MatchContext ctx) {
    return KaSubjects.names(ctx, GROUP);
  }

  public static @Nullable ValueList subjectServiceAccounts(MatchContext ctx) {
    return KaSubjects.names(ctx, SERVICE_ACCOUNT);
  }

  public static @Nullable ValueList subjectNamespacedServiceAccounts(MatchContext ctx) {
    return KaSubjects.namespacedNames(ctx, SERVICE_ACCOUNT);
  }

  /** True for every event, as the plugin has it. */
  @SuppressWarnings("unused")
  public static @Nullable ByteSlice hasName(MatchContext ctx, ByteSlice name) {
    return KaPath.isIdentified(ctx) ? TRUE : null;
  }
}
