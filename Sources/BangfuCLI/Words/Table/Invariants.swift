extension Sentences {
  /// Constraints that only a mistake in the program can violate.
  static let invariants: [(String, Sentence)] =
    [
      "schema_state_pkey", "schema_state_single", "schema_migration_pkey", "programme_pkey",
      "seal_pkey", "seal_hash_once", "seal_follows_one", "seal_table_pkey", "seal_block_pkey",
      "seal_posting_pkey", "book_month_pkey", "supplier_pkey", "listing_pkey", "channel_pkey",
      "product_pkey",
      "location_pkey", "buyer_pkey", "target_pkey", "lot_pkey", "stock_count_pkey", "posting_pkey",
      "import_file_pkey", "claim_snapshot_pkey", "aftersale_snapshot_pkey", "transfer_pkey",
      "programme_single", "book_month_first_day", "book_month_status_known",
      "document_pkey", "document_kind_known", "document_side_known", "document_total_a_number",
      "line_pkey", "line_verdict_known", "line_numbers", "line_takes_back_a_line", "line_signs",
      "tender_pkey", "tender_method_known", "tender_amount_a_number",
      "stock_move_pkey", "stock_move_kind_known", "stock_move_quantity_not_zero", "stock_move_sign",
      "stock_on_hand_pkey", "stock_on_hand_not_negative", "stock_on_hand_a_number",
      "shortage_pkey", "shortage_quantity_a_number", "daily_document_pkey", "daily_sales_pkey",
      "import_file_sha256_hex", "import_file_state_known", "import_file_rows_add_up",
      "import_file_channel_known", "import_chunk_pkey", "import_chunk_file_known",
      "import_reject_pkey", "import_reject_file_known", "import_redaction_pkey",
      "import_redaction_chunk_known", "import_redaction_sha256_hex",
      "import_turn_pkey", "import_turn_file_known", "import_turn_state_known", "import_judged_pkey",
      "claim_pkey", "claim_once", "claim_snapshot_outcome_known", "claim_snapshot_refund_known",
      "claim_snapshot_goods_not_negative", "claim_aftersale_known", "aftersale_pkey",
      "aftersale_once",
      "aftersale_snapshot_outcome_known", "aftersale_snapshot_state_known",
      "aftersale_snapshot_names_a_line", "aftersale_snapshot_money",
      "stock_count_state_known", "stock_count_recount_not_negative", "stock_count_location_known",
      "stock_count_line_pkey", "stock_count_line_not_negative",
      "lot_code_once", "lot_product_known", "lot_supplier_known", "stock_lot_pkey",
      "stock_lot_not_negative",
      "stock_lot_a_number", "stock_on_hand_value_sound", "shortage_settled_pkey",
      "shortage_settled_positive",
      "transfer_apart", "transfer_from_known", "transfer_to_known", "transfer_line_pkey",
      "transfer_line_positive", "transfer_end_pkey", "transfer_end_positive",
      "product_part_product_known", "product_part_part_known", "product_part_quantity_positive",
      "product_unit_product_known", "line_entered_together", "stock_move_entered_together",
      "expired_approval_pkey", "expired_approval_said", "goods_back_pkey",
      "purchase_pkey", "purchase_supplier_known", "supplier_return_pkey",
      "supplier_return_receipt_known", "supplier_return_positive", "supplier_payment_pkey",
      "supplier_payment_supplier_known", "supplier_payment_household_known",
      "supplier_payment_reverses_known", "supplier_payment_reversed_once",
      "supplier_payment_receipt_pkey", "supplier_payment_receipt_a_number",
      "supplier_payment_receipt_payment_known",
      "supplier_payment_receipt_receipt_known", "supplier_adjustment_pkey",
      "supplier_adjustment_supplier_known", "supplier_adjustment_receipt_known",
      "supplier_link_supplier_known", "supplier_link_household_known", "buy_back_contract_pkey",
      "buy_back_contract_supplier_known", "buy_back_contract_product_known",
      "buy_back_contract_maximum_positive", "buy_back_contract_days_in_order", "buy_back_pkey",
      "buy_back_contract_known", "buy_back_positive", "buy_back_reverses_known",
      "buy_back_reversed_once", "stock_minimum_pkey",
      "stock_minimum_location_known", "stock_minimum_product_known",
      "reservation_pkey", "reservation_location_known", "reservation_line_pkey",
      "reservation_line_reservation_known", "reservation_line_product_known",
      "reservation_line_positive", "reservation_end_pkey", "reservation_end_reservation_known",
      "agreement_pkey", "agreement_channel_known", "agreement_buyer_known", "agreement_total_sound",
      "agreement_line_pkey", "agreement_line_agreement_known", "agreement_line_product_known",
      "agreement_line_supplier_known", "agreement_line_numbers", "agreement_end_pkey",
      "agreement_end_once", "agreement_end_agreement_known", "posting_undone_once",
      "restatement_pkey", "restatement_posting_known", "restatement_month_known",
      "restated_line_pkey", "restated_line_restatement_known", "restated_line_changes",
      "restated_line_verdict_known", "figure_version_pkey", "figure_version_posting_known",
      "figure_version_month_known", "figure_version_sha256_right", "figure_version_follows",
      "month_nil_pkey", "month_nil_posting_known", "month_nil_channel_known", "month_nil_first_day",
      "month_close_pkey", "month_close_once", "month_close_posting_known",
      "month_close_month_known", "month_signature_pkey", "month_signature_close_known",
      "import_total_pkey", "import_total_file_known", "import_total_differs",
      "person_pkey", "person_change_pkey", "person_change_person_known", "person_change_act_known",
      "person_login_plain", "person_role_known", "approval_rule_pkey",
      "approval_pkey", "approval_end_pkey", "approval_end_approval_known", "approval_use_pkey",
      "approval_use_approval_known", "approval_use_posting_known", "approval_attempt_pkey",
      "approval_key_pkey", "import_batch_pkey", "approval_key_single", "programme_change_pkey",
      "province_pkey", "rule_set_pkey", "rule_set_origins_given", "rule_set_certificates_known",
      "rule_set_provinces_given", "rule_set_supermarket_known", "rule_set_subsidies_known",
      "rule_set_tourism_known", "certificate_pkey", "certificate_product_known",
      "certificate_supplier_known", "certificate_end_pkey", "certificate_end_certificate_known",
      "certificate_period_pkey", "line_way_known", "line_judged_known", "channel_province_known",
      "duplicate_candidate_pkey", "duplicate_pair_pkey", "duplicate_decision_pkey",
      "duplicate_decision_posting_known", "duplicate_decided_pkey",
      "duplicate_decided_decision_known", "duplicate_choice_pkey", "duplicate_choice_decided",
      "duplicate_unit_pkey", "duplicate_unit_counted_once",
      "certificate_number_given",
      "listing_part_pkey", "listing_part_product_once", "listing_part_listing_known",
    ].map { name in
      (
        name,
        Sentence(
          .bug, zh: "数据库拒绝了自相矛盾的记录（\(name)），什么也没有记。请报告给维护人员：{message}",
          en:
            "the database refused a record that contradicts itself (\(name)); nothing was recorded. "
            + "Please report it: {message}")
      )
    } + [
      (
        "constraint_unknown",
        Sentence(
          .data, zh: "数据库的管理员另设的规则拒绝了这条记录，什么也没有记：请问管理员",
          en:
            "a rule that somebody added to the database refuses this; nothing was recorded: ask who runs it"
        )
      )
    ]
}
