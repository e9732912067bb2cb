package app.ascent.sandbox.tenant;

import java.util.List;
import java.util.Map;

/** What the tenant sorts its companies into, each with the form that its people fill in for such a company. */
final class CompanyCategories implements Records {

    static final long STANDARD = 1;
    static final long SMALL_BUSINESS = 2;

    /** Nobody sorts into it any more. */
    static final long FORMER_FRANCHISE = 5;

    private static final Schema SCHEMA = Schema.of(
            "CompanyCategory",
            """
            id              long      required ro
            displayColorRGB integer   required 1
            isActive        boolean   required true
            isApiOnly       boolean   ro false
            isGlobalDefault boolean   ro false
            name            string/30 required
            nickname        string/3  ''""",
            Map.of(),
            null);

    private record Category(long id, String name, String nickname, boolean active) {}

    private final List<Category> categories = List.of(
            new Category(STANDARD, "Standard", "STD", true),
            new Category(SMALL_BUSINESS, "Small business", "SMB", true),
            new Category(FORMER_FRANCHISE, "Franchise (until 2019)", "", false));

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public long size() {
        return categories.size();
    }

    @Override
    public long idAt(long index) {
        // Added ones stand behind the last.
        int known = (int) Math.min(index, size() - 1);
        return categories.get(known).id() + (index - known);
    }

    @Override
    public Row at(long index) {
        Category category = categories.get((int) Math.min(index, size() - 1));
        return new Row(SCHEMA, idAt(index))
                .put("isActive", category.active())
                .put("isGlobalDefault", category.id() == STANDARD)
                .put("name", category.name())
                .put("nickname", category.nickname());
    }

    @Override
    public void edit(Row row, int revision) {
        row.put("name", row.get("name") + " " + revision);
    }
}
